import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useRef } from 'react';
import { appTranslationRef } from '../../translation';
import { LanguageSwitch } from '../language';
import { DocumentTitle, Logo } from '../layout';
import styles from './SignInPage.module.css';
import { toProblemText } from './signInProblems';
import { type SignInNotice, useSignIn } from './useSignIn';

function Notice({ notice }: { notice: SignInNotice }) {
  const { t } = useTranslationRef(appTranslationRef);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [notice]);
  if (notice === 'signed-out') {
    return (
      <div ref={ref} role="status" tabIndex={-1} className={styles.notice}>
        <h2>{t('signIn.signedOut.title')}</h2>
        <p>{t('signIn.signedOut.text')}</p>
      </div>
    );
  }
  const title =
    notice === 'session-ended'
      ? t('signIn.ended.title')
      : t('signIn.error.title');
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={styles.problem}>
      <h2>{title}</h2>
      <p>{t(toProblemText(notice))}</p>
      <p className={styles.detail}>
        {t('signIn.error.code', { code: notice })}
      </p>
    </div>
  );
}

/**
 * The only door: what the portal is, and one button to the sign-in service.
 *
 * @internal
 */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const productName = useApi(configApiRef).getString('app.title');
  const { state, signIn } = useSignIn(onSignInSuccess);
  const notice = state.step === 'ready' ? state.notice : undefined;
  return (
    <div className={styles.page}>
      <DocumentTitle title={t('signIn.title')} />
      <header className={styles.header}>
        <LanguageSwitch />
      </header>
      <main className={styles.card}>
        <Logo className={styles.logo} />
        <h1>{productName}</h1>
        <p>{t('signIn.what')}</p>
        {notice && <Notice notice={notice} />}
        {state.step === 'ready' && (
          <button type="button" className={styles.button} onClick={signIn}>
            {t('signIn.button')}
          </button>
        )}
        <p role="status" className={styles.status}>
          {state.step !== 'ready' && t(`signIn.${state.step}`)}
        </p>
      </main>
    </div>
  );
}

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
import { type SignInProblem, useSignIn } from './useSignIn';

function Problem({ problem }: { problem: SignInProblem }) {
  const { t } = useTranslationRef(appTranslationRef);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [problem]);
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={styles.problem}>
      <h2>{t('signIn.error.title')}</h2>
      <p>{t(`signIn.error.${problem.kind}`)}</p>
      {problem.kind === 'rejected' && (
        // The message of the backend is English whatever the language of the page.
        <p lang="en" className={styles.detail}>
          {problem.detail}
        </p>
      )}
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
  const problem = state.step === 'ready' ? state.problem : undefined;
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
        {problem && <Problem problem={problem} />}
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

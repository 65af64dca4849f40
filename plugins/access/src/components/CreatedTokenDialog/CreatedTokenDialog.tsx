import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
} from '@backstage/ui';
import { formatMoment, useLanguage } from '@nerds/page-parts';
import type { CreatedMachineToken } from '@nerds/plugin-machine-access-common';
import { Heading } from 'react-aria-components';
import { toCurlExample } from '../../domain/curlExample';
import { accessTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import styles from './CreatedTokenDialog.module.css';

/**
 * The secret of a token, this once, and how to use it.
 *
 * @remarks
 * Closes by its button alone: a click beside it or Escape would lose the secret
 * by accident. See ConfirmDialog for the heading.
 * @internal
 */
export function CreatedTokenDialog(props: {
  created: CreatedMachineToken;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const baseUrl = useApi(configApiRef).getString('backend.baseUrl');
  const { created, onClose } = props;
  const { token, secret } = created;
  return (
    <Dialog isOpen isDismissable={false} isKeyboardDismissDisabled>
      <Heading slot="title" className={styles.title}>
        {t('createdToken.title', { name: token.name })}
      </Heading>
      <DialogBody className={styles.body}>
        <Alert
          icon
          status="warning"
          title={t('createdToken.once')}
          description={t('createdToken.warning', {
            moment: formatMoment(token.expiresAt, language),
          })}
        />
        <CodeBlock text={secret} what={t('createdToken.secret')} />
        <Text as="p">{t('createdToken.example')}</Text>
        <CodeBlock
          text={toCurlExample(baseUrl, token.permissions)}
          what={t('createdToken.command')}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          {t('createdToken.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

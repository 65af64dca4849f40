import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Container,
  Flex,
  Link,
  PluginHeader,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import type { FileValidation } from '@nerds/plugin-entity-model-common';
import { RiFileSearchLine } from '@remixicon/react';
import { useState, type FormEvent } from 'react';
import { checkFile, type CheckedFile } from '../../api/checkFile';
import { useClientOptions } from '../../hooks/useClientOptions';
import { entityErrorsRouteRef } from '../../routes';
import { catalogPagesTranslationRef } from '../../translation';
import { CheckResult } from './CheckResult';
import styles from './EntityCheckPage.module.css';

/** Of the portal's own documentation, which the portal itself publishes. */
const REFERENCE =
  '/docs/default/component/nerds-portal/reference/entity-model/';

function CheckForm() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const client = useClientOptions();
  const [file, setFile] = useState<CheckedFile>('entity');
  const [text, setText] = useState('');
  const [result, setResult] = useState<FileValidation>();
  const check = useCall(async () => {
    setResult(undefined);
    setResult(await checkFile(client, file, text));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void check.run();
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <RadioGroup
        label={t('check.which')}
        orientation="horizontal"
        value={file}
        onChange={value => {
          setFile(value === 'entity' ? 'entity' : 'publiccode');
          setResult(undefined);
        }}
      >
        <Radio value="entity">catalog-info.yaml</Radio>
        <Radio value="publiccode">publiccode.yml</Radio>
      </RadioGroup>
      <TextAreaField
        className={styles.text}
        label={t('check.text')}
        description={t('check.textHint')}
        rows={16}
        value={text}
        onChange={setText}
        spellCheck="false"
        autoComplete="off"
      />
      <div>
        <Button type="submit" isDisabled={check.isRunning}>
          {t('check.button')}
        </Button>
      </div>
      {check.error && <ProblemAlert error={check.error} />}
      <div role="status">{result && <CheckResult result={result} />}</div>
    </form>
  );
}

/** Says what is not right in a file before it is committed; keeps nothing. @internal */
export function EntityCheckPage() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const toErrors = useRouteRef(entityErrorsRouteRef);
  return (
    <>
      <PluginHeader title={t('check.title')} icon={<RiFileSearchLine />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Text as="p">{t('check.intro')}</Text>
          <Link href={REFERENCE}>{t('check.reference')}</Link>
          {toErrors && <Link href={toErrors()}>{t('check.errors')}</Link>}
          <CheckForm />
        </Flex>
      </Container>
    </>
  );
}

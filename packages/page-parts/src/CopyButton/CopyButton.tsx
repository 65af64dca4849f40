import { Button, Flex, Text } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { useTexts } from '../useTexts';

/**
 * Copies a text to the clipboard and says whether that worked.
 *
 * @param what - what is copied, for people who do not see where the button stands
 * @public
 */
export function CopyButton(props: { text: string; what: string }) {
  const t = useTexts();
  const [result, setResult] = useState<'done' | 'failed'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setResult('done');
    } catch {
      // No clipboard outside a secure context, or refused by the person.
      setResult('failed');
    }
  };
  return (
    <Flex align="center" gap="2">
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileCopyLine aria-hidden="true" />}
        aria-label={t('copy.label', { what: props.what })}
        onPress={() => void copy()}
      >
        {t('copy.button')}
      </Button>
      <Text as="span" variant="body-small" role="status">
        {result && t(`copy.${result}`)}
      </Text>
    </Flex>
  );
}

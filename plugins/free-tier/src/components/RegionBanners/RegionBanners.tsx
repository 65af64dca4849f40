import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { Region } from '@nerds/plugin-free-tier-common';
import { freeTierTranslationRef } from '../../translation';

/** Says of every region that is not available why not, and that requests are kept. @internal */
export function RegionBanners(props: { regions: Region[] }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const disturbed = props.regions.filter(
    region => region.state !== 'available',
  );
  const simulated = props.regions.some(region => region.simulatedNodes);
  if (disturbed.length === 0 && !simulated) return null;

  const toDescription = (region: Region) => {
    if (region.message) return `${region.message} ${t('region.keptNote')}`;
    return region.state === 'starting'
      ? t('region.startingText')
      : t('region.unreachableText');
  };
  return (
    <Flex direction="column" gap="2" role="status">
      {disturbed.map(region => (
        <Alert
          key={region.name}
          icon
          status={region.state === 'starting' ? 'info' : 'warning'}
          title={
            region.state === 'starting'
              ? t('region.starting', { region: region.title[language] })
              : t('region.unreachable', { region: region.title[language] })
          }
          description={toDescription(region)}
        />
      ))}
      {simulated && (
        <Alert icon status="info" description={t('region.simulated')} />
      )}
    </Flex>
  );
}

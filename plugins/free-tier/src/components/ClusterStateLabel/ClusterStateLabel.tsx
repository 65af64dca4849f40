import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ClusterState } from '@nerds/plugin-free-tier-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiDeleteBinLine,
  RiLoader4Line,
  RiSnowflakeLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { freeTierTranslationRef } from '../../translation';

const ICONS: Record<ClusterState, RemixiconComponentType> = {
  requested: RiTimeLine,
  provisioning: RiLoader4Line,
  ready: RiCheckboxCircleLine,
  degraded: RiAlertLine,
  frozen: RiSnowflakeLine,
  deleting: RiDeleteBinLine,
  deleted: RiDeleteBinLine,
  failed: RiCloseCircleLine,
};

/** The state of a cluster as a word with an icon; colour carries nothing. @internal */
export function ClusterStateLabel(props: { state: ClusterState }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const Icon = ICONS[props.state];
  return (
    <Flex align="center" gap="1">
      <Icon size={16} aria-hidden="true" />
      <Text as="span" variant="body-medium">
        {t(`state.${props.state}`)}
      </Text>
    </Flex>
  );
}

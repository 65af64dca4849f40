import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ClusterScope } from '../../api';
import { freeTierTranslationRef } from '../../translation';

/** Chooses whose clusters are listed. @internal */
export function ScopeFilter(props: {
  scope: ClusterScope;
  scopes: ClusterScope[];
  onChange: (scope: ClusterScope) => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { scope, scopes, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={t('scope.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[scope]}
      onSelectionChange={keys => {
        const chosen = scopes.find(candidate => keys.has(candidate));
        if (chosen) onChange(chosen);
      }}
    >
      {scopes.map(candidate => (
        <ToggleButton key={candidate} id={candidate}>
          {t(`scope.${candidate}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

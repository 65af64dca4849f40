import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  freeTierClusterPermissions,
  freeTierPermissions,
} from '@nerds/plugin-free-tier-common';
import type { ClusterStore } from '../database/ClusterStore';
import { clusterResourceRef, clusterRules } from './clusterRules';

/** Tells the permission system what there is to decide about. @internal */
export function addClusterPermissions(
  registry: PermissionsRegistryService,
  store: Pick<ClusterStore, 'getCluster'>,
): void {
  registry.addPermissions(freeTierPermissions);
  registry.addResourceType({
    resourceRef: clusterResourceRef,
    permissions: freeTierClusterPermissions,
    rules: clusterRules,
    getResources: refs => Promise.all(refs.map(id => store.getCluster(id))),
  });
}

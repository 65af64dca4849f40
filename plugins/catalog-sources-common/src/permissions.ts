import {
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/** See the sources of the catalog and how fresh each is. @public */
export const catalogSourceReadPermission: BasicPermission = createPermission({
  name: 'catalog-sources.source.read',
  attributes: { action: 'read' },
});

/**
 * See the runs of a source, with what was wrong with which item, and of every
 * team what does not come into the catalog. Apart, because an error may name an
 * item that not everyone may see.
 *
 * @public
 */
export const catalogSourceRunReadPermission: BasicPermission = createPermission(
  {
    name: 'catalog-sources.run.read',
    attributes: { action: 'read' },
  },
);

/** Have a source run now. @public */
export const catalogSourceRunCreatePermission: BasicPermission =
  createPermission({
    name: 'catalog-sources.run.create',
    attributes: { action: 'create' },
  });

/** Every permission of the sources. @public */
export const catalogSourcesPermissions = [
  catalogSourceReadPermission,
  catalogSourceRunReadPermission,
  catalogSourceRunCreatePermission,
];

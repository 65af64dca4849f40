import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import { withoutPlaceholders } from './placeholders';

type Fields = Record<string, unknown>;

/**
 * An entity with nothing in it for which the catalog reads a file: no files that
 * are put in, no files that a location points to, and no word about where the
 * entity stands. Of what stands in a file of the machine of the portal, the catalog
 * would read every file there.
 *
 * @remarks
 * What is no address stays in a location, for the catalog to refuse it.
 *
 * @internal
 */
export function withoutFiles(entity: unknown): unknown {
  const left = withoutPlaceholders(entity);
  if (!isFields(left)) return left;
  const { kind, metadata, spec } = left;
  return {
    ...left,
    ...(isFields(metadata) && { metadata: withoutLocation(metadata) }),
    ...(kind === 'Location' &&
      isFields(spec) && { spec: withoutTargets(spec) }),
  };
}

function withoutLocation(metadata: Fields): Fields {
  const { annotations } = metadata;
  if (!isFields(annotations)) return metadata;
  const {
    [ANNOTATION_LOCATION]: _file,
    [ANNOTATION_ORIGIN_LOCATION]: _origin,
    ...rest
  } = annotations;
  return { ...metadata, annotations: rest };
}

function withoutTargets({ target, targets, ...rest }: Fields): Fields {
  return {
    ...rest,
    ...(!isAddress(target) && { target }),
    ...(targets !== undefined && {
      targets: Array.isArray(targets)
        ? targets.filter(one => !isAddress(one))
        : targets,
    }),
  };
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

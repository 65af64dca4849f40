import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import type { ContactOptions } from '../domain/FreeTierOptions';

/**
 * Reads `openapi/openapi.yaml`, which ships with the package.
 *
 * @param contact - whom users of the API can turn to; absent: what the file says
 * @internal
 */
export async function readFreeTierOpenApi(
  contact?: ContactOptions,
): Promise<OpenApiDocument> {
  return readOpenApiDocument(
    resolvePackagePath(
      '@nerds/plugin-free-tier-backend',
      'openapi/openapi.yaml',
    ),
    contact && { ...contact },
  );
}

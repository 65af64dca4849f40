import { PortalApiError, type ClientOptions } from '@nerds/page-parts';
import type { FileValidation } from '@nerds/plugin-entity-model-common';

/** Files that the portal can check. @internal */
export type CheckedFile = 'entity' | 'publiccode';

/**
 * What is not right in the text of a file. Nothing of it is kept.
 *
 * @throws {@link PortalApiError} when the answer is not a success
 * @internal
 */
export async function checkFile(
  { appLanguageApi, discoveryApi, fetchApi }: ClientOptions,
  file: CheckedFile,
  text: string,
): Promise<FileValidation> {
  const baseUrl = await discoveryApi.getBaseUrl('entity-model');
  const response = await fetchApi.fetch(`${baseUrl}/v1/${file}-validations`, {
    method: 'POST',
    headers: {
      'Accept-Language': appLanguageApi.getLanguage().language,
      'Content-Type': 'application/yaml',
    },
    body: text,
  });
  // A proxy in between may answer a page, which is no problem document.
  const body = await response.json().catch(() => undefined);
  if (!response.ok || !body) {
    throw new PortalApiError(response.status, body);
  }
  return body;
}

import { isInRepositoryOf, toRepositoryUrl } from './isInRepositoryOf';

const FORGE = 'https://forge.example.nl';
const GITEA = `${FORGE}/team/dienst/src/branch/main/catalog-info.yaml`;
const GITLAB = `${FORGE}/rijk/team/dienst/-/blob/main/deel/catalog-info.yaml`;
const GITHUB = 'https://github.com/team/dienst/blob/main/catalog-info.yaml';

describe('isInRepositoryOf', () => {
  it.each([
    [`${FORGE}/team/dienst`, GITEA],
    [`${FORGE}/team/dienst/src/branch/main/openapi/openapi.yaml`, GITEA],
    [`${FORGE}/team/dienst/src/commit/abc/map%20met/punt..yaml`, GITEA],
    [`${FORGE}/team/dienst/raw/branch/main/.github/x.yaml`, GITEA],
    [`${FORGE}/rijk/team/dienst/-/tree/main/`, GITLAB],
    ['https://github.com/team/dienst/tree/main/docs', GITHUB],
  ])('%s is', (url, file) => {
    expect(isInRepositoryOf(url, file)).toBe(true);
  });

  it.each([
    ['another repository', `${FORGE}/team/geheim/src/branch/main/x`],
    ['one whose name begins the same', `${FORGE}/team/dienst-geheim/src/x`],
    ['another host', 'https://elders.example/team/dienst/src/branch/main/x'],
    ['another protocol', GITEA.replace('https', 'http')],
    ['the organisation', `${FORGE}/team`],
    ['two parts that a client skips', `${FORGE}/team/geheim/a/b/main/x`],
    ['the way up', `${FORGE}/team/dienst/src/branch/main/../../geheim/x`],
    ['hidden dots', `${FORGE}/team/dienst/src/branch/main/%2E./.%2e/geheim/x`],
    ['split dots', `${FORGE}/team/dienst/src/branch/main/.\t./.\n./geheim/x`],
    ['backslashes', `${FORGE}/team/dienst/src/branch/main\\..\\..\\geheim`],
    ['an empty part', `${FORGE}//team/geheim/src/branch/main/x`],
    ['no address', 'openapi.yaml'],
  ])('%s is not', (_, url) => {
    expect(isInRepositoryOf(url, GITEA)).toBe(false);
  });

  it.each([
    ['is no page of a file', `${FORGE}/team/dienst/main/catalog-info.yaml`],
    ['climbs into another', `${FORGE}/team/dienst/src/branch/main/../../x`],
    ['is on disk', '/srv/portaal/catalog-info.yaml'],
  ])('nothing is in the repository of a file that %s', (_, file) => {
    expect(isInRepositoryOf(`${FORGE}/team/dienst/src/x`, file)).toBe(false);
  });
});

describe('toRepositoryUrl', () => {
  it.each([
    [GITEA, `${FORGE}/team/dienst`],
    [GITLAB, `${FORGE}/rijk/team/dienst`],
    [GITHUB, 'https://github.com/team/dienst'],
    [`${GITEA}?private_token=geheim#x`, `${FORGE}/team/dienst`],
    [`${FORGE}/team/dienst`, undefined],
    [`${FORGE}/team/dienst/src/branch/main/../../../geheim/x`, undefined],
    ['blob:https://forge.example.nl/team/dienst/src/x', undefined],
    ['openapi.yaml', undefined],
  ])('of %s is %s', (file, expected) => {
    expect(toRepositoryUrl(file)).toBe(expected);
  });
});

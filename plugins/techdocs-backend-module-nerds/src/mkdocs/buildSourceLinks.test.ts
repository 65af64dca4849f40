import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { buildCommit, buildEditLinks } from './buildSourceLinks';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        { host: 'forge.example:3000', baseUrl: 'http://forge.example:3000' },
      ],
      gitlab: [
        {
          host: 'gitlab.example',
          apiBaseUrl: 'https://gitlab.example/api/v4',
          baseUrl: 'https://gitlab.example',
        },
      ],
    },
  }),
);
const SHA = '0123456789abcdef0123456789abcdef01234567';
const gitea = {
  type: 'url',
  target: 'http://forge.example:3000/team/dienst/src/branch/main/',
};

describe('links to the source of documentation', () => {
  it('lead to the editor of Gitea and Forgejo', () => {
    expect(buildEditLinks(gitea, 'docs', integrations)).toEqual({
      repo_url: 'http://forge.example:3000/team/dienst',
      edit_uri: 'http://forge.example:3000/team/dienst/_edit/main/docs/',
    });
  });

  it('are left to TechDocs for other forges, and to nobody for a directory', () => {
    const gitlab = {
      type: 'url',
      target: 'https://gitlab.example/a/b/-/tree/main/',
    };
    expect(buildEditLinks(gitlab, 'docs', integrations)).toEqual({});
    expect(
      buildEditLinks({ type: 'dir', target: '/srv' }, 'docs', integrations),
    ).toEqual({});
  });

  it.each([
    [gitea.target, 'http://forge.example:3000/team/dienst/commit/'],
    [
      'https://github.com/team/dienst/tree/main/',
      'https://github.com/team/dienst/commit/',
    ],
    [
      'https://gitlab.example/groep/sub/dienst/-/tree/main/docs',
      'https://gitlab.example/groep/sub/dienst/-/commit/',
    ],
  ])('name the commit of %s', (target, url) => {
    expect(buildCommit({ type: 'url', target }, SHA, integrations)).toEqual({
      id: SHA,
      url: `${url}${SHA}`,
    });
  });

  it.each([
    [{ type: 'dir', target: '/srv' }, SHA],
    [{ type: 'url', target: 'https://unknown.example/a/b/src/x' }, SHA],
    [gitea, '"an-etag-of-http"'],
    [gitea, undefined],
  ])('name no commit for %j, %s', (location, etag) => {
    expect(buildCommit(location, etag, integrations)).toBeUndefined();
  });
});

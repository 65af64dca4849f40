import { toSafeMkdocsConfig } from './toSafeMkdocsConfig';

function clean(text: string, editLinks = {}) {
  const leftOut: string[] = [];
  const config = toSafeMkdocsConfig(text, {
    siteName: 'Uit de catalogus',
    editLinks,
    onLeftOut: what => leftOut.push(what),
  });
  return { config, leftOut };
}

describe('toSafeMkdocsConfig', () => {
  it('keeps what a site needs, its language first of all', () => {
    const { config, leftOut } = clean(`
site_name: Vergunningen
docs_dir: documentatie
nav: [{ Start: index.md }]
theme: { name: material, language: nl, features: [navigation.tabs] }
markdown_extensions: [toc: { permalink: true }, admonition]
`);
    expect(leftOut).toEqual([]);
    expect(config).toEqual({
      site_name: 'Vergunningen',
      docs_dir: 'documentatie',
      nav: [{ Start: 'index.md' }],
      theme: {
        name: 'material',
        font: false,
        language: 'nl',
        features: ['navigation.tabs'],
      },
      markdown_extensions: [{ toc: { permalink: true } }, 'admonition'],
    });
  });

  it('reads extensions written as a mapping, which MkDocs takes too', () => {
    const { config, leftOut } = clean(`
markdown_extensions:
  pymdownx.snippets: { base_path: [/], restrict_base_path: false }
  pymdownx.b64: { base_path: / }
  os: {}
  pymdownx.superfences:
    custom_fences: [{ name: x, format: !!python/name:os.system }]
  toc: { slugify: !!python/object/apply:os.system { args: [ls] }, toc_depth: 3 }
`);
    expect(config.markdown_extensions).toEqual([
      'pymdownx.snippets',
      'pymdownx.superfences',
      { toc: { toc_depth: 3 } },
    ]);
    expect(leftOut).toEqual([
      '!!python/name:os.system',
      '!!python/object/apply:os.system',
      'markdown_extensions: pymdownx.b64',
      'markdown_extensions: os',
    ]);
  });

  it.each([
    ['a variable', 'site_name: !ENV SECRET', 'site_name', 'Uit de catalogus'],
    ['a script', 'repo_url: javascript:alert(1)', 'repo_url', undefined],
    ['a page', 'edit_uri: "data:text/html,x"', 'edit_uri', undefined],
    ['a path', 'edit_uri: edit/main/docs/', 'edit_uri', 'edit/main/docs/'],
  ])('judges %s', (_, text, key, value) => {
    expect(clean(text).config[key]).toBe(value);
  });

  it('adds the links of the forge where the site has none of its own', () => {
    const editLinks = { repo_url: 'https://forge.example/a/b', edit_uri: 'x/' };
    expect(clean('{}', editLinks).config).toMatchObject(editLinks);
    expect(
      clean('repo_url: https://other.example', editLinks).config.repo_url,
    ).toBe('https://other.example');
  });

  it('says where it is not YAML', () => {
    expect(() => clean('a: [1,\nb: 2')).toThrow(/^mkdocs\.yml: .*line 2/);
    expect(() => clean('- a')).toThrow('mkdocs.yml has to be a mapping');
    expect(clean('').config.site_name).toBe('Uit de catalogus');
  });
});

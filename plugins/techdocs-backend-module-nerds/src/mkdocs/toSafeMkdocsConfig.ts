import { InputError } from '@backstage/errors';
import { isNode, LineCounter, parseDocument, visit } from 'yaml';

/** Where the documentation of an entity can be found and changed. @internal */
export interface EditLinks {
  repo_url?: string;
  edit_uri?: string;
}

/** Tags that say what a value is; any other makes Python run or reads a variable. */
const PLAIN_TAGS = new Set(
  ['binary', 'bool', 'float', 'int', 'map', 'null', 'seq', 'str', 'timestamp']
    .map(name => `tag:yaml.org,2002:${name}`)
    .concat('!', '?'),
);

/** Of a theme what TechDocs shows; the rest reads files or loads scripts. */
const THEME_KEYS = ['language', 'direction', 'features', 'icon'];

/**
 * Extensions that come with MkDocs and only change text. Left out on purpose:
 * `pymdownx.b64` and `pymdownx.snippets` with settings (they read files), and
 * everything that starts programs.
 */
const EXTENSIONS =
  /^(markdown\.extensions\.)?(abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)$|^pymdownx\.(arithmatex|betterem|caret|critic|details|emoji|escapeall|extra|highlight|inlinehilite|keys|magiclink|mark|progressbar|saneheaders|smartsymbols|snippets|striphtml|superfences|tabbed|tasklist|tilde)$|^mdx_truly_sane_lists$/;

/** These settings name code, files or servers. */
const EXTENSION_SETTINGS_WITHOUT = [
  'base_path',
  'custom_fences',
  'custom_inline',
  'emoji_generator',
  'emoji_index',
  'image_path',
  'options',
  'slugify',
];

/**
 * Makes of a `mkdocs.yml` that anyone may have written one that can be given to
 * MkDocs. It comes before TechDocs' own check, which stops at what many sites
 * have (tags of Python) and does not look at extensions written as a mapping.
 *
 * @param text - of `mkdocs.yml`
 * @param options - `siteName` when it has none; `editLinks` of a forge that
 *   TechDocs does not know itself; `onLeftOut` is told what was left out
 * @throws {@link @backstage/errors#InputError} with line and column when it is not YAML
 * @internal
 */
export function toSafeMkdocsConfig(
  text: string,
  options: {
    siteName: string;
    editLinks: EditLinks;
    onLeftOut: (what: string) => void;
  },
): Record<string, unknown> {
  const { siteName, editLinks, onLeftOut } = options;
  const config = parsePlain(text, onLeftOut);
  const safe: Record<string, unknown> = {
    ...editLinks,
    ...config,
    site_name: String(config.site_name ?? siteName),
    theme: toSafeTheme(config.theme),
    markdown_extensions: toSafeExtensions(
      config.markdown_extensions,
      onLeftOut,
    ),
  };
  for (const key of ['repo_url', 'edit_uri', 'site_url']) {
    if (key in safe && !isHarmlessLink(safe[key], key)) {
      onLeftOut(key);
      delete safe[key];
    }
  }
  return safe;
}

/**
 * Directory with the pages, as `mkdocs.yml` writes it.
 *
 * @throws {@link @backstage/errors#InputError} when it is not YAML
 * @internal
 */
export function readDocsDirectory(text: string): string {
  const { docs_dir: directory } = parsePlain(text, () => {});
  return typeof directory === 'string' ? directory : 'docs';
}

function parsePlain(
  text: string,
  onLeftOut: (what: string) => void,
): Record<string, unknown> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    logLevel: 'silent',
    lineCounter: lines,
    // they quote the whole line for each error, and a line can be the whole file
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError(
      `mkdocs.yml: ${error.message} at line ${line}, column ${col}`,
    );
  }
  visit(document, {
    Node: (_key, node) => {
      if (
        isNode(node) &&
        'tag' in node &&
        node.tag &&
        !PLAIN_TAGS.has(node.tag)
      ) {
        onLeftOut(node.tag.replace('tag:yaml.org,2002:', '!!'));
        return visit.REMOVE;
      }
      return undefined;
    },
    Pair: (_key, pair) => {
      const value = pair.value;
      if (isNode(value) && value.tag && !PLAIN_TAGS.has(value.tag)) {
        onLeftOut(value.tag.replace('tag:yaml.org,2002:', '!!'));
        return visit.REMOVE;
      }
      return undefined;
    },
  });
  const content: unknown = document.toJS() ?? {};
  if (!isMapping(content)) {
    throw new InputError('mkdocs.yml has to be a mapping of keys to values');
  }
  return content;
}

/** TechDocs draws with this theme alone, and loads no font from elsewhere. */
function toSafeTheme(theme: unknown) {
  const settings = isMapping(theme)
    ? Object.fromEntries(
        THEME_KEYS.filter(key => key in theme).map(key => [key, theme[key]]),
      )
    : {};
  return { ...settings, name: 'material', font: false };
}

function toSafeExtensions(
  extensions: unknown,
  onLeftOut: (what: string) => void,
) {
  return listExtensions(extensions).flatMap<unknown>(([name, settings]) => {
    if (!EXTENSIONS.test(name)) {
      onLeftOut(`markdown_extensions: ${name}`);
      return [];
    }
    if (!isMapping(settings) || name === 'pymdownx.snippets') return [name];
    const safe = Object.entries(settings).filter(
      ([key]) => !EXTENSION_SETTINGS_WITHOUT.includes(key),
    );
    return safe.length > 0 ? [{ [name]: Object.fromEntries(safe) }] : [name];
  });
}

/** MkDocs takes a list of names and mappings, or one mapping. */
function listExtensions(extensions: unknown): [string, unknown][] {
  if (isMapping(extensions)) return Object.entries(extensions);
  if (!Array.isArray(extensions)) return [];
  return extensions.flatMap((item): [string, unknown][] => {
    if (typeof item === 'string') return [[item, undefined]];
    return isMapping(item) ? Object.entries(item) : [];
  });
}

function isHarmlessLink(value: unknown, key: string): boolean {
  if (typeof value !== 'string') return false;
  if (/^https?:\/\//i.test(value)) return true;
  // relative to repo_url; anything with a scheme of its own is not
  return key === 'edit_uri' && !/^\s*[a-z][a-z0-9+.-]*:/i.test(value);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

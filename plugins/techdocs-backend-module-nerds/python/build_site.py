"""Builds one documentation site with MkDocs, fenced in.

What the pages are made from is written by anyone who can push to a repository
that the catalog knows. MkDocs and its extensions are trusted, their input is
not: a setting or an include must not read a file of the portal, reach the
network or start a program. Every such attempt passes an audit hook (PEP 578),
which allows the directories of this build and nothing else. No Python of the
documentation runs: plugins, hooks and extensions of its own are left out before
this starts.

usage: python3 -I build_site.py SOURCE_DIRECTORY CONFIG_FILE SITE_DIRECTORY WORK_DIRECTORY
limits: environment variables MAX_MEMORY_BYTES, MAX_FILE_BYTES, MAX_CPU_SECONDS
"""

import logging
import mimetypes
import os
import resource
import sys
import tempfile

SOURCE, CONFIG_FILE, SITE, WORK = sys.argv[1:5]

NETWORK_EVENTS = ('socket.', 'urllib.', 'http.client.', 'ftplib.', 'smtplib.')
PROGRAM_EVENTS = (
    'subprocess.', 'os.exec', 'os.fork', 'os.posix_spawn', 'os.spawn',
    'os.startfile', 'os.system', 'pty.',
)
# each names the paths it works on in its first one or two arguments
PATH_EVENTS = {
    'open': 1, 'os.listdir': 1, 'os.scandir': 1, 'os.mkdir': 1, 'os.remove': 1,
    'os.rmdir': 1, 'os.chmod': 1, 'os.chown': 1, 'os.truncate': 1, 'os.utime': 1,
    'os.rename': 2, 'os.link': 2, 'os.symlink': 2, 'shutil.copyfile': 2,
    'shutil.copytree': 2, 'shutil.move': 2, 'shutil.rmtree': 1,
    'os.chdir': 1, 'os.walk': 1, 'glob.glob': 0,
}
WRITING_EVENTS = {
    'os.mkdir', 'os.remove', 'os.rmdir', 'os.chmod', 'os.chown', 'os.truncate',
    'os.utime', 'os.rename', 'os.link', 'os.symlink', 'shutil.move',
    'shutil.rmtree',
}

# no links and images but these: the rest can run code or carry a page of its own
URL_SCHEMES = {'http', 'https', 'mailto', 'tel'}

TAGS = set(
    'a abbr address article aside audio b bdi bdo blockquote br caption center '
    'cite code col colgroup data dd del details dfn div dl dt em figcaption '
    'figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label li '
    'main mark nav ol p path picture pre q rp rt ruby s samp section small '
    'source span strong sub summary sup svg table tbody td tfoot th thead time '
    'tr track u ul var video wbr'.split()
)
ATTRIBUTES = {
    '*': {'class', 'dir', 'id', 'lang', 'role', 'style', 'tabindex', 'title'},
    'a': {'href', 'name', 'download', 'hreflang'},
    'audio': {'controls', 'src'},
    'col': {'span', 'align'},
    'colgroup': {'span', 'align'},
    'data': {'value'},
    'del': {'datetime'},
    'details': {'open'},
    'div': {'data-tabs', 'data-lang', 'align'},
    'img': {'src', 'alt', 'width', 'height', 'loading', 'align'},
    'input': {'type', 'name', 'checked', 'disabled'},
    'ins': {'datetime'},
    'label': {'for'},
    'ol': {'start', 'type', 'reversed'},
    'p': {'align'},
    'path': {'d', 'fill', 'fill-rule', 'clip-rule', 'stroke', 'stroke-width'},
    'source': {'src', 'type', 'media'},
    'span': {'data-lang'},
    'svg': {'viewbox', 'viewBox', 'width', 'height', 'fill', 'xmlns'},
    'td': {'align', 'colspan', 'rowspan', 'headers'},
    'th': {'align', 'colspan', 'rowspan', 'scope', 'headers'},
    'time': {'datetime'},
    'track': {'src', 'kind', 'srclang', 'label'},
    'video': {'controls', 'src', 'width', 'height', 'poster'},
}
# styling of text; nothing that takes a part of the page out of its place
STYLES = {
    'background-color', 'color', 'font-style', 'font-weight', 'list-style-type',
    'max-width', 'text-align', 'text-decoration', 'vertical-align', 'width',
    'height',
}


class Refused(OSError):
    """An attempt to leave the fence; an OSError, which extensions cope with."""


def real(path):
    return os.path.realpath(os.fsdecode(path))


def is_below(path, roots):
    return any(path == root or path.startswith(root + os.sep) for root in roots)


def build_fence():
    """Makes the audit hook; everything it needs is looked up beforehand."""
    writable = tuple({real(SITE), real(WORK)})
    readable = writable + tuple({real(SOURCE)} | {
        real(path)
        for path in (sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path)
        if path
    } | {
        real(path)
        for path in (*mimetypes.knownfiles, '/usr/share/zoneinfo', os.devnull,
                     '/dev/urandom')
    })
    write_flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def is_writing(event, args):
        if event != 'open':
            return event in WRITING_EVENTS
        mode, flags = args[1], args[2]
        if isinstance(mode, str):
            return any(letter in mode for letter in 'wax+')
        return bool(flags & write_flags)

    def check(event, args):
        if event.startswith(NETWORK_EVENTS):
            raise Refused('the network cannot be used by documentation')
        if event.startswith(PROGRAM_EVENTS):
            raise Refused('programs cannot be started by documentation')
        count = PATH_EVENTS.get(event)
        if not count:
            return
        roots = writable if is_writing(event, args) else readable
        if event in ('os.remove', 'os.rmdir') and args[-1] >= 0:
            # what was opened before this, with the check that goes with it
            return
        for path in args[:count]:
            if isinstance(path, int) or path is None:
                continue
            where = real(path)
            if is_below(where, roots) or where == os.devnull:
                continue
            raise Refused(
                f'files outside the documentation cannot be used: {os.fsdecode(path)}'
            )

    return check


def limit_resources():
    for kind, name in (
        (resource.RLIMIT_AS, 'MAX_MEMORY_BYTES'),
        (resource.RLIMIT_FSIZE, 'MAX_FILE_BYTES'),
        (resource.RLIMIT_CPU, 'MAX_CPU_SECONDS'),
    ):
        try:
            most = int(os.environ[name])
            resource.setrlimit(kind, (most, most))
        except (KeyError, OSError, ValueError):
            # not every system has every limit; the time limit of the portal stays
            pass
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def set_up_log():
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter('%(levelname)-7s %(message)s'))
    logger = logging.getLogger('mkdocs')
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logging.getLogger().addHandler(logging.NullHandler())


def build_cleaner():
    """Makes the plugin that comes after TechDocs' own and has the last word."""
    import nh3
    from mkdocs.plugins import BasePlugin
    from pymdownx.emoji import to_alt

    class Cleaner(BasePlugin):
        def on_config(self, config):
            # both start programs; without them their blocks are shown as text
            config['markdown_extensions'] = [
                name for name in config['markdown_extensions']
                if name not in ('plantuml_markdown', 'markdown_inline_graphviz')
            ]
            # characters instead of pictures of a server elsewhere
            config['mdx_configs']['pymdownx.emoji'] = {
                'emoji_generator': to_alt,
                'options': {'attributes': {}},
            }
            return config

        def on_page_content(self, html, **_):
            return nh3.clean(
                html,
                tags=TAGS,
                attributes=ATTRIBUTES,
                clean_content_tags={'script', 'style', 'iframe', 'object'},
                generic_attribute_prefixes={'aria-'},
                filter_style_properties=STYLES,
                link_rel=None,
                url_schemes=URL_SCHEMES,
            )

    cleaner = Cleaner()
    cleaner.load_config({})
    return cleaner


def build():
    from mkdocs.commands import build as mkdocs_build
    from mkdocs.config import load_config
    from pymdownx.superfences import fence_code_format

    config = load_config(config_file=CONFIG_FILE, site_dir=SITE)
    # the portal draws these in the browser
    config['mdx_configs'].setdefault('pymdownx.superfences', {})['custom_fences'] = [
        {'name': 'mermaid', 'class': 'mermaid', 'format': fence_code_format},
    ]
    config.plugins['nerds-cleaner'] = build_cleaner()
    config.plugins.on_startup(command='build', dirty=False)
    try:
        mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()


def main():
    os.nice(10)
    sys.dont_write_bytecode = True
    limit_resources()
    tempfile.tempdir = WORK
    set_up_log()
    sys.addaudithook(build_fence())
    try:
        build()
    except Refused as error:
        sys.exit(f'ERROR   Refused: {error}')
    except MemoryError:
        sys.exit('ERROR   The documentation needs more memory than it may use')
    except SystemExit:
        raise
    except BaseException as error:  # shown to whoever wrote the documentation
        sys.exit(f'ERROR   {type(error).__name__}: {error}')


main()

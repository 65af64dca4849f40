export { DocsRebuild } from './DocsRebuild';

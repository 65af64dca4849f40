// Apart from the other test utilities: the design system looks at the media
// queries when it is loaded, so these have to be there before.
export { installViewport, setViewportWidth } from './testing/viewport';

export { KindFacet, OnlyKind } from './KindFacet';

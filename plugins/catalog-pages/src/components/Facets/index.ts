export { OrganisationFacet, OwnerFacet, TextFacet } from './Facets';

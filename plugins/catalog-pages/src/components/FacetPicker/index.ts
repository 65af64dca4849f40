export { FacetPicker, type FacetPickerProps } from './FacetPicker';

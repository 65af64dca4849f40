export { SearchBox } from './SearchBox';
export { SearchForm } from './SearchForm';

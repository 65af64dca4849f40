import { useLocation } from 'react-router-dom';
import { SearchForm } from './SearchForm';

/**
 * The search box of the navigation. Not there on the search page, which has one
 * of its own.
 *
 * @public
 */
export function SearchBox() {
  const { pathname } = useLocation();
  return pathname === '/search' ? null : <SearchForm query="" isSmall />;
}

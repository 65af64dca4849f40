import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Helmet } from 'react-helmet';

/**
 * Titles the document after the page. A page inside that knows better, such as
 * that of an entity, wins: it stands deeper in the tree.
 *
 * @internal
 */
export function DocumentTitle({ title }: { title: string }) {
  const productName = useApi(configApiRef).getString('app.title');
  return <Helmet titleTemplate={`%s | ${productName}`} title={title} />;
}

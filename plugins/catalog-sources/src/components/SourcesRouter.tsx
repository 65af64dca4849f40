import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { SourcePage } from './SourcePage';
import { SourcesPage } from './SourcesPage';

/** The pages below `/catalog-sources`. @internal */
export function SourcesRouter() {
  return (
    <Routes>
      <Route path="/" element={<SourcesPage />} />
      <Route path="/:id" element={<SourcePage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}

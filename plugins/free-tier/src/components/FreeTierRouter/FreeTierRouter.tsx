import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { ClusterPage } from '../ClusterPage';
import { ClustersPage } from '../ClustersPage';

/** The pages below `/clusters`. @internal */
export function FreeTierRouter() {
  return (
    <Routes>
      <Route path="/" element={<ClustersPage />} />
      <Route path="/:id" element={<ClusterPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}

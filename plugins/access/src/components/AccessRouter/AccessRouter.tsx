import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { AccessPage } from '../AccessPage';
import { ReviewPage } from '../ReviewPage';
import { ReviewsPage } from '../ReviewsPage';
import { TokensPage } from '../TokensPage';

/** The pages below `/access`. @internal */
export function AccessRouter() {
  return (
    <Routes>
      <Route path="/" element={<AccessPage />} />
      <Route path="/tokens" element={<TokensPage />} />
      <Route path="/reviews" element={<ReviewsPage />} />
      <Route path="/reviews/:id" element={<ReviewPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}

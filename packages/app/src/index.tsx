import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import './modules/theme/theme.css';
import './modules/theme/controls.css';
import './modules/theme/stockPages.css';
import ReactDOM from 'react-dom/client';
import App from './App';

ReactDOM.createRoot(document.getElementById('root')!).render(App.createRoot());

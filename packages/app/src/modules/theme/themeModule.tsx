import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import DarkIcon from '@material-ui/icons/Brightness2';
import LightIcon from '@material-ui/icons/WbSunny';
import type { ReactElement, ReactNode } from 'react';
import { createNerdsTheme } from './createNerdsTheme';

function createThemeExtension(options: {
  variant: 'light' | 'dark';
  title: string;
  icon: ReactElement;
}) {
  const { variant, title, icon } = options;
  const theme = createNerdsTheme(variant);
  return ThemeBlueprint.make({
    name: variant,
    params: {
      theme: {
        // The settings page translates the titles of these two ids.
        id: variant,
        title,
        variant,
        icon,
        Provider: (props: { children: ReactNode }) => (
          <UnifiedThemeProvider theme={theme} themeName="nerds">
            {props.children}
          </UnifiedThemeProvider>
        ),
      },
    },
  });
}

/**
 * The light and dark theme of the portal, in place of those of Backstage.
 *
 * @internal
 */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    createThemeExtension({
      variant: 'light',
      title: 'Licht',
      icon: <LightIcon />,
    }),
    createThemeExtension({
      variant: 'dark',
      title: 'Donker',
      icon: <DarkIcon />,
    }),
  ],
});

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInPage } from './SignInPage';
import type { SignInProblem } from './signInProblems';

const CONFIG = {
  app: { title: 'NeRDS-portaal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
};
const SESSION = {
  token: 'token',
  identity: {
    type: 'user' as const,
    userEntityRef: 'user:default/dev-burgerzaken',
    ownershipEntityRefs: ['group:default/burgerzaken'],
  },
};

function renderSignIn(
  options: {
    /** What the session is: first without a question, then on the click. */
    session?: typeof SESSION;
    onClick?: () => Promise<typeof SESSION | undefined>;
    problem?: SignInProblem;
    path?: string;
  } = {},
) {
  const getBackstageIdentity = jest.fn(
    async (request: { optional?: boolean }) =>
      request.optional ? options.session : options.onClick?.(),
  );
  const authApi = {
    getBackstageIdentity,
    getProfile: async () => ({ displayName: 'Dev' }),
    getSignInProblem: () => options.problem,
  } as unknown as typeof oidcAuthApiRef.T;
  const onSignInSuccess = jest.fn();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    apis: [[oidcAuthApiRef, authApi], mockApis.config({ data: CONFIG })],
    config: CONFIG,
    initialRouteEntries: [options.path ?? '/'],
  });
  return { onSignInSuccess, getBackstageIdentity };
}

const signInButton = () => screen.findByRole('button', { name: 'Sign in' });

describe('SignInPage', () => {
  it('lets a person with a session in without a question', async () => {
    const { onSignInSuccess } = renderSignIn({ session: SESSION });
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toEqual(
      SESSION.identity,
    );
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('says what the portal is and asks a person without a session to sign in', async () => {
    renderSignIn();
    await signInButton();
    expect(
      screen.getByRole('heading', { level: 1, name: 'NeRDS-portaal' }),
    ).toBeVisible();
    expect(screen.getByText(/for development teams/)).toBeVisible();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves for the provider on the click, and says so', async () => {
    const { getBackstageIdentity } = renderSignIn({
      onClick: () => new Promise(() => {}),
    });
    await userEvent.click(await signInButton());
    await waitFor(() =>
      expect(getBackstageIdentity).toHaveBeenCalledWith({
        instantPopup: true,
      }),
    );
    expect(screen.getByRole('status')).toHaveTextContent('Taking you to');
  });

  it('says that a session has ended, and how to go on', async () => {
    renderSignIn({ problem: 'session-ended' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Your session has ended');
    expect(alert).toHaveFocus();
    expect(await signInButton()).toBeEnabled();
  });

  it('says that the provider is down to who had a session', async () => {
    renderSignIn({ problem: 'provider-unavailable' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The sign-in service cannot be reached at the moment.',
    );
  });

  it.each([
    ['provider-unavailable', /cannot be reached/],
    ['user-unknown', /not in the catalogue/],
    ['user-ambiguous', /More than one person/],
    ['cancelled', /did not finish/],
  ])('explains %s, with which the person came back', async (code, text) => {
    const { getBackstageIdentity } = renderSignIn({
      path: `/catalog?error=${code}&filter=a`,
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(text);
    expect(alert).toHaveTextContent(`Code: ${code}`);
    expect(await signInButton()).toBeEnabled();
    expect(getBackstageIdentity).not.toHaveBeenCalled();
  });

  it('shows no text out of the address', async () => {
    renderSignIn({ path: '/?error=Call%20010-1234567%20at%20once' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Something went wrong in the portal.');
    expect(alert).not.toHaveTextContent('010-1234567');
  });

  it('says that somebody has signed out', async () => {
    renderSignIn({ path: '/?state=signed-out' });
    expect(await screen.findByText('You have signed out')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves a state of another page alone', async () => {
    const { getBackstageIdentity } = renderSignIn({ path: '/?state=open' });
    await signInButton();
    expect(getBackstageIdentity).toHaveBeenCalledTimes(1);
  });
});

/** English texts; the keys are what the Dutch texts must have too. */
export const messages = {
  'nav.main': 'Main navigation',
  'nav.home': 'To the home page',
  'nav.menu': 'Menu',
  'nav.skipToContent': 'Skip to content',
  'nav.unread_one': '({{count}} unread)',
  'nav.unread_other': '({{count}} unread)',
  'nav.signOut': 'Sign out',
  'nav.language': 'Language',
  'signIn.title': 'Sign in',
  'signIn.what':
    'The portal for development teams of the Dutch government: clusters, software and documentation in one place.',
  'signIn.button': 'Sign in',
  'signIn.checking': 'Checking whether you are signed in already …',
  'signIn.redirecting': 'Taking you to the sign-in service …',
  'signIn.error.title': 'Signing in did not work',
  'signIn.error.unavailable':
    'The sign-in service cannot be reached at the moment. Try again in a few minutes.',
  'signIn.error.popupBlocked':
    'Your browser blocked the sign-in window. Allow pop-ups for this site and try again.',
  'signIn.error.cancelled':
    'You did not finish signing in. Try again when you like.',
  'signIn.error.rejected':
    'The sign-in service knows you, but the portal could not let you in. Ask the administrator of your organisation, and give this message:',
  'home.welcome': 'Welcome',
  'home.welcomeName': 'Welcome, {{name}}',
  'home.intro': 'What would you like to do?',
  'home.search.label': 'Search software, APIs and documentation',
  'home.search.button': 'Search',
  'home.tasks.title': 'Get started',
  'home.tasks.cluster.title': 'Request a cluster',
  'home.tasks.cluster.text':
    'A place of your own on Kubernetes, ready within seconds and free of charge.',
  'home.tasks.catalog.title': 'Find software',
  'home.tasks.catalog.text':
    'Which services exist, who owns them, and which APIs they offer.',
  'home.tasks.create.title': 'Start from a template',
  'home.tasks.create.text':
    'Fill in one form and begin with the basics in order.',
  'home.tasks.create.refused':
    'You cannot use a template with your role. Ask an administrator of the portal for another role.',
  'home.tasks.docs.title': 'Read documentation',
  'home.tasks.docs.text':
    'How the services of your organisation work, and how to use them.',
  'home.yours': 'Yours',
  'notFound.title': 'This page does not exist, or you may not see it',
  'notFound.text':
    'The address may be misspelt, or the page may have moved or been removed.',
  'notFound.home': 'To the home page',
  'notFound.refused':
    'Is the address right? Then the page is there, but not for you.',
  'refused.title': 'You may not see this',
  'refused.text':
    'Nothing is broken: this part ({{plugin}}) is only for those with a role or team for it.',
  'refused.needTitle': 'What you need',
  'refused.need': 'A role that may, or a place in the team that it belongs to.',
  'refused.askTitle': 'Whom you can ask',
  'refused.askLead': 'For a team: the lead of that team.',
  'refused.askAdministrator': 'For a role: an administrator of the portal.',
  'refused.access': 'See your roles and who gives them',
  'failure.title': 'Something went wrong in this part of the page',
  'failure.text': 'The rest of the portal works. Part: {{plugin}}. Message:',
  'failure.retry': 'Try again',
  'titles.home': 'Home',
  'titles.clusters': 'Clusters',
  'titles.catalog': 'Catalog',
  'titles.create': 'Create',
  'titles.templates': 'Templates',
  'titles.tasks': 'Tasks',
  'titles.actions': 'Actions',
  'titles.templateEditor': 'Template editor',
  'titles.templatingExtensions': 'Templating extensions',
  'titles.apis': 'APIs',
  'titles.docs': 'Documentation',
  'titles.search': 'Search',
  'titles.notifications': 'Notifications',
  'titles.settings': 'Settings',
  'titles.general': 'General',
  'titles.catalogImport': 'Register software',
  'titles.catalogGraph': 'Relations',
  'titles.access': 'Access',
  'titles.auditLog': 'Audit log',
} as const;

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
  'catalogImport.notAllowed':
    'The portal may not read anything from {{host}}. Ask a platform engineer to connect this forge.',
  'catalogImport.notThere':
    'There is no file at {{url}} that the portal can read. Check the address, and whether the portal may read the repository.',
  'docs.builtAt': 'Made on {{time}}',
  'docs.changedAt': 'source changed on {{time}}',
  'docs.commit': 'from commit {{commit}}',
  'docs.commitAt': 'of {{time}}',
  'docs.diagram': 'Diagram',
  'docs.diagramText': 'This diagram as text',
  'docs.diagramFailed':
    'This diagram cannot be drawn, so here is its text. What is wrong: {{reason}}',
  'docs.rebuild.button': 'Build again',
  'docs.rebuild.log': 'Build log',
  'docs.rebuild.show': 'Show the new pages',
  'docs.rebuild.running': 'The documentation is being built again …',
  'docs.rebuild.succeeded': 'The documentation has been built again.',
  'docs.rebuild.failed': 'The documentation could not be built: {{reason}}',
  'docs.rebuild.interrupted':
    'The portal stopped before the documentation was ready. Try again.',
  'signIn.title': 'Sign in',
  'signIn.what':
    'The portal for development teams of the Dutch government: clusters, software and documentation in one place.',
  'signIn.button': 'Sign in',
  'signIn.checking': 'Checking whether you are signed in already …',
  'signIn.redirecting': 'Taking you to the sign-in service …',
  'signIn.signedOut.title': 'You have signed out',
  'signIn.signedOut.text': 'Close the browser if others use this computer too.',
  'signIn.ended.title': 'Your session has ended',
  'signIn.error.title': 'Signing in did not work',
  'signIn.error.code': 'Code: {{code}}',
  'signIn.error.providerUnavailable':
    'The sign-in service cannot be reached at the moment. Try again in a few minutes.',
  'signIn.error.portalUnavailable':
    'The portal cannot check at the moment what you may do. Try again in a few minutes.',
  'signIn.error.cancelled':
    'You did not finish signing in. Try again when you like.',
  'signIn.error.expired':
    'Signing in took too long, or began in another window. Try again.',
  'signIn.error.providerRefused':
    'The sign-in service did not let you in to this portal. Ask the administrator of your organisation, and mention the code.',
  'signIn.error.clockDiffers':
    'The clocks of the sign-in service and the portal differ too much. Tell the administrator of the portal.',
  'signIn.error.refreshTokenMissing':
    'The sign-in service does not give the portal what it needs to keep you signed in. Tell the administrator of the portal.',
  'signIn.error.userClaimMissing':
    'The sign-in service sends no user name that the portal can use. Tell the administrator of your organisation.',
  'signIn.error.userUnknown':
    'The sign-in service knows you, but you are not in the catalogue of the portal. Ask the administrator of your organisation to add you.',
  'signIn.error.userAmbiguous':
    'More than one person in the catalogue fits your data, by the same e-mail address for example. Tell the administrator of your organisation.',
  'signIn.error.emailUnverified':
    'The sign-in service sends no e-mail address of yours, or one that is not verified. Ask the administrator of your organisation.',
  'signIn.error.tooManyTeams':
    'You are in more groups than the portal can handle. Ask the administrator of the portal to take only the groups that are teams.',
  'signIn.error.sessionEnded':
    'You were signed in for as long as is allowed, or something about your account has changed. Sign in again.',
  'signIn.error.failed':
    'Something went wrong in the portal. Try again, and tell the administrator of the portal when it keeps happening.',
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
  'home.software.title': 'Software of your teams',
  'home.software.none': 'Your teams have no software in the catalogue yet.',
  'home.software.all': 'All software of your teams ({{total}})',
  'home.software.catalog': 'To the catalogue',
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
  'titles.catalogCheck': 'Check a file',
  'titles.catalogErrors': 'Not coming into the catalog',
  'titles.catalogSources': 'Catalog sources',
} as const;

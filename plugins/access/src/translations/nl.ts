import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  'page.title': 'Toegang',
  'page.loading': 'De gegevens worden opgehaald …',
  'nav.label': 'Pagina’s over toegang',
  'nav.own': 'Mijn toegang en rollen',
  'nav.tokens': 'Machinetoegang',
  'nav.reviews': 'Toegangsbeoordeling',
  'name.group': 'groep {{name}}',
  'moment.both': '{{distance}} ({{moment}})',
  'field.required': 'verplicht',
  'field.optional': 'niet verplicht',
  'field.asTyped': 'Overnemen zoals getypt',
  'field.someWrong': 'Nog niet alles is goed ingevuld.',
  'dialog.cancel': 'Annuleren',
  'reason.label': 'Reden',
  'reason.hint': 'Blijft bewaard voor wie later wil weten waarom.',
  'reason.required': 'Vul een reden in.',
  'error.retry': 'Opnieuw proberen',
  'role.developer': 'Ontwikkelaar',
  'role.team-lead': 'Teamleider',
  'role.data-owner': 'Gegevenseigenaar',
  'role.platform-engineer': 'Platformbeheerder',
  'role.auditor': 'Auditor',
  'role.administrator': 'Beheerder',
  'own.intro':
    'Wie u in het portaal bent, wat u daardoor mag en bij wie u terecht kunt voor meer. Hieronder staat ook wie welke rol heeft.',
  'own.title': 'Mijn toegang',
  'own.name': 'Naam',
  'own.account': 'Account',
  'own.teams': 'Teams',
  'own.noTeams': 'U zit in geen enkel team.',
  'own.roles': 'Mijn rollen',
  'own.forTeams': 'Geldt voor team {{teams}}.',
  'own.everyone': 'Waarom: iedereen die is aangemeld heeft deze rol.',
  'grant.you': 'u persoonlijk',
  'grant.why': 'Waarom: voor {{subject}}. {{text}}',
  'grant.config':
    'Staat in de configuratie van het portaal; intrekken kan alleen daar.',
  'grant.portal': 'Gegeven door {{person}} op {{day}}.',
  'grant.until': 'Geldt tot en met {{day}} ({{distance}}).',
  'grant.noEnd': 'Geldt totdat een beheerder de rol intrekt.',
  'grant.reason': 'Reden: {{reason}}',
  'ask.title': 'Meer nodig?',
  'ask.role': 'Een rol of meer rechten: vraag het aan {{whom}}.',
  'ask.team': 'Iets over team {{team}}: vraag het aan de teamleider, {{whom}}.',
  'ask.teamUnknown':
    'Het portaal kent nog geen teamleider van team {{team}}. Misschien heeft die zich nog niet aangemeld.',
  'ask.membership':
    'In een ander team komen: de teamleider daarvan laat u toevoegen waar uw organisatie accounts beheert. Het portaal neemt dat over als u zich opnieuw aanmeldt.',
  'ask.operator': 'wie dit portaal beheert',
  'roles.title': 'Rollen en leden',
  'roles.intro':
    'Een rol kan van een persoon zijn of van een groep. Wie in de groep zit, heeft dan de rol.',
  'roles.forbidden':
    'Uw rol mag niet zien wie welke rol heeft. Vraag het aan {{whom}}.',
  'roles.everyone': 'Iedereen heeft deze rol al.',
  'roles.nobody': 'Niemand heeft deze rol nu.',
  'roles.forTeam': 'voor team {{team}}',
  'roles.granted': 'Gelukt: {{who}} heeft nu de rol {{role}}.',
  'roles.revoked': 'Gelukt: {{who}} heeft de rol {{role}} niet meer.',
  'grantForm.open': 'Rol geven',
  'grantForm.refused':
    'Alleen een beheerder kan rollen geven en intrekken. Vraag het aan {{whom}}.',
  'grantForm.role': 'Rol',
  'grantForm.rolePlaceholder': 'Kies een rol',
  'grantForm.roleRequired': 'Kies een rol.',
  'grantForm.kind': 'Aan wie',
  'grantForm.person': 'Persoon',
  'grantForm.group': 'Groep',
  'grantForm.userHint':
    'Kies iemand die zich eerder aanmeldde, of typ een accountnaam.',
  'grantForm.groupHint': 'Kies een groep of typ de naam.',
  'grantForm.subjectRequired': 'Vul in wie de rol krijgt.',
  'grantForm.team': 'Voor welk team',
  'grantForm.teamHint':
    'Leeg: voor elk team waar wie de rol krijgt zelf in zit.',
  'grantForm.endDate': 'Laatste dag',
  'grantForm.endDateHint':
    'De rol vervalt vanzelf na deze dag. Leeg: totdat u de rol intrekt.',
  'grantForm.submit': 'Rol geven',
  'revokeRole.button': 'Intrekken',
  'revokeRole.label': 'Rol {{role}} van {{who}} intrekken',
  'revokeRole.title': 'Rol intrekken?',
  'revokeRole.text':
    '{{who}} verliest de rol {{role}} meteen. U kunt de rol later opnieuw geven.',
  'tokens.pageTitle': 'Machinetoegang',
  'tokens.intro':
    'Met een token of een eigen identiteit gebruikt een pipeline of ander programma de API’s van het portaal: alleen voor uw team, en alleen wat u toestaat.',
  'tokens.title': 'Tokens',
  'tokens.empty':
    'Er zijn geen geldige tokens. Wie in een team zit, maakt er een met ‘Token maken’. Heeft uw CI-systeem een werklast-identiteit, dan is een token niet nodig.',
  'tokens.forbidden': 'Uw rol mag geen tokens zien. Vraag het aan {{whom}}.',
  'tokens.over_one': '{{count}} verlopen of ingetrokken token',
  'tokens.over_other': '{{count}} verlopen of ingetrokken tokens',
  'tokens.overLabel': 'Verlopen en ingetrokken tokens',
  'tokens.team': 'Team',
  'tokens.purpose': 'Waarvoor',
  'tokens.permissions': 'Mag',
  'tokens.lastUsed': 'Laatst gebruikt',
  'tokens.neverUsed': 'Nog nooit',
  'tokens.usedFrom': '{{moment}}, vanaf {{address}}',
  'tokens.expires': 'Geldig tot',
  'tokens.created': 'Gemaakt',
  'tokens.createdBy': 'door {{person}} op {{moment}}',
  'tokens.revoked': 'Ingetrokken',
  'tokenState.active': 'Geldig',
  'tokenState.expired': 'Verlopen',
  'tokenState.revoked': 'Ingetrokken',
  'createToken.open': 'Token maken',
  'createToken.refused':
    'Met uw rol kunt u geen tokens maken. Vraag het aan {{whom}}.',
  'createToken.noTeam':
    'U kunt geen token maken: een token is altijd van een team en u zit in geen enkel team. Vraag een teamleider om u toe te voegen.',
  'createToken.name': 'Naam',
  'createToken.nameHint':
    'Zoals u het token in het auditlogboek wilt herkennen, bijvoorbeeld ‘uitrol-website’: kleine letters, cijfers en streepjes.',
  'createToken.nameRequired':
    'Vul een naam in van 3 tot en met 40 tekens: kleine letters, cijfers en losse streepjes, met een letter vooraan.',
  'createToken.teamHint': 'Het token kan alleen bij dingen van dit team.',
  'createToken.teamPlaceholder': 'Kies een team',
  'createToken.teamRequired': 'Kies een team.',
  'createToken.permissionsHint':
    'Kies niet meer dan nodig is. Later wijzigen kan niet; maak dan een nieuw token.',
  'createToken.permissionsRequired': 'Kies wat het token mag.',
  'createToken.lifetime': 'Geldig',
  'createToken.lifetimeHint':
    'Korter is veiliger. Maak op tijd een nieuw token.',
  'createToken.days_one': '{{count}} dag',
  'createToken.days_other': '{{count}} dagen',
  'createToken.otherLifetime': 'Anders',
  'createToken.lifetimeDays': 'Aantal dagen',
  'createToken.lifetimeRequired': 'Vul een heel aantal dagen in.',
  'createToken.purposeHint':
    'Wat gebruikt het token, en waar staat het? Handig als het ooit ingetrokken moet worden.',
  'createToken.submit': 'Token maken',
  'createdToken.title': 'Token ‘{{name}}’ is gemaakt',
  'createdToken.once': 'U ziet dit token maar één keer',
  'createdToken.warning':
    'Bewaar het nu als geheime variabele van uw pipeline. Wie het heeft, kan wat het token mag, tot {{moment}}. Zet het nooit in code of chat. Kwijt? Maak een nieuw token en trek dit in.',
  'createdToken.secret': 'Het token',
  'createdToken.example':
    'Probeer het uit, met het token in de omgevingsvariabele NERDS_TOKEN:',
  'createdToken.command': 'Voorbeeld met curl',
  'createdToken.close': 'Ik heb het token bewaard',
  'revokeToken.button': 'Intrekken',
  'revokeToken.label': 'Token {{name}} intrekken',
  'revokeToken.title': 'Token ‘{{name}}’ intrekken?',
  'revokeToken.text':
    'Wat dit token gebruikt, werkt meteen niet meer. Dit kunt u niet ongedaan maken.',
  'revokeToken.done': 'Token ‘{{name}}’ is ingetrokken en werkt niet meer.',
  'revokeToken.refused':
    'U kunt deze tokens niet allemaal intrekken: dat kan wie in het team zit of beheerder is. Vraag het aan {{whom}}.',
  'identities.title': 'Werklast-identiteiten',
  'identities.text':
    'Sommige CI-systemen geven elke taak een eigen, kort geldig bewijs van wie die is (OIDC). Dan is er geen geheim dat kan uitlekken.',
  'identities.empty': 'Er is nog geen werklast-identiteit ingesteld.',
  'identities.issuer': 'Uitgever',
  'identities.audience': 'Bestemd voor (audience)',
  'identities.claims': 'Voorwaarden (claims)',
  'identities.ask':
    'Toevoegen of wijzigen gaat in de configuratie van het portaal, onder machineAccess.workloadIdentities. Vraag het aan {{whom}}, en noem het team, de uitgever, de repository en wat de pipeline moet mogen.',
  'reviews.pageTitle': 'Toegangsbeoordeling',
  'reviews.intro':
    'Een teamleider kijkt geregeld na wie en wat bij de dingen van het team kan, en trekt in wat niet meer nodig is. Wat besloten is, blijft bewaard.',
  'reviews.forbidden':
    'Een beoordeling is te lezen voor de teamleider, en voor auditors en beheerders. Bent u teamleider en staat u niet zo in de lijst met rollen? Vraag het aan {{whom}}.',
  'reviews.open': 'Nog te doen',
  'reviews.noOpen':
    'Er staat geen beoordeling open. Het portaal begint er vanzelf een als het tijd is, en meldt dat.',
  'reviews.completed': 'Afgerond',
  'reviews.completedLink': '{{what}}, afgerond op {{day}}',
  'reviews.noCompleted': 'Er is nog geen beoordeling afgerond.',
  'startReview.button': 'Beoordeling beginnen',
  'startReview.buttonFor': 'Beoordeling beginnen: {{what}}',
  'startReview.about': 'Waarover',
  'startReview.placeholder': 'Kies een team',
  'startReview.chooseFirst': 'Kies eerst waarover.',
  'startReview.allOpen':
    'U kunt nu geen nieuwe beginnen: rond eerst de beoordeling hieronder af.',
  'startReview.refusedUnknown':
    'Alleen een teamleider of beheerder kan een beoordeling beginnen. Het portaal kent nog geen teamleider van uw team.',
  'startReview.refused':
    'Alleen een teamleider of beheerder kan een beoordeling beginnen. Vraag het aan {{whom}}.',
  'review.privileged': 'rollen in het hele portaal',
  'review.ofTeam': 'team {{team}}',
  'review.title': 'Toegangsbeoordeling van {{what}}',
  'review.intro':
    'Kijk bij elke regel of de toegang nog nodig is. Bevestig wat klopt en trek in wat niet meer hoort. U kunt stoppen en later verdergaan.',
  'review.recordIntro':
    'Dit is het verslag van een afgeronde beoordeling. Er verandert niets meer aan.',
  'review.summary': 'Stand',
  'review.state': 'Toestand',
  'review.started': 'Begonnen',
  'review.due': 'Afronden vóór',
  'review.dueOn': '{{day}} ({{distance}})',
  'review.overdue': 'Te laat: {{day}} ({{distance}})',
  'review.completedOn': 'Afgerond',
  'review.decided': 'Beoordeeld',
  'review.progress': '{{decided}} van {{total}}',
  'review.by': '{{moment}}, door {{person}}',
  'review.bySchedule': '{{moment}}, vanzelf volgens het schema',
  'review.refused':
    'U kunt dit lezen, maar alleen een teamleider of beheerder beslist. Vraag het aan {{whom}}.',
  'review.refusedPrivileged':
    'U kunt dit lezen, maar alleen een beheerder beslist. Vraag het aan {{whom}}.',
  'review.nothing':
    'Er is geen toegang om te beoordelen. U kunt de beoordeling afronden.',
  'review.since': 'Sinds',
  'review.lastUsed': 'Laatst gebruikt',
  'review.lastSignIn': 'Laatst aangemeld',
  'review.expires': 'Verloopt',
  'review.own':
    'Dit is uw eigen toegang. Een andere teamleider of een beheerder beslist erover.',
  'review.confirm': 'Bevestigen',
  'review.confirmLabel': 'Bevestigen: {{who}}, {{access}}',
  'review.revoke': 'Intrekken …',
  'review.revokeLabel': 'Intrekken: {{who}}, {{access}}',
  'review.revokeAfterAll': 'Toch intrekken …',
  'review.revokeAfterAllLabel': 'Toch intrekken: {{who}}, {{access}}',
  'review.confirmedNow': 'Bevestigd: {{who}}.',
  'review.revokedNow': 'Ingetrokken: {{who}}.',
  'review.confirmedBy': 'Bevestigd door {{person}} op {{day}}',
  'review.revokedBy': 'Ingetrokken door {{person}} op {{day}}',
  'review.followUp': 'Dit moet nog gebeuren',
  'review.failed': 'Intrekken is niet gelukt',
  'reviewState.open': 'Open',
  'reviewState.completed': 'Afgerond',
  'reviewKind.member': 'Leden van het team',
  'reviewKind.role-grant': 'Rollen',
  'reviewKind.machine-token': 'Tokens van machines',
  'reviewKind.cluster-credential': 'Kubeconfigs van machines',
  'reviewKindText.member': 'Wie in het team zit, kan bij alles van het team.',
  'reviewKindText.role-grant': 'Wie een rol heeft die over het team gaat.',
  'reviewKindText.machine-token':
    'Pipelines en programma’s die namens het team bij het portaal kunnen.',
  'reviewKindText.cluster-credential':
    'Pipelines en programma’s die bij clusters van het team kunnen.',
  'reviewSource.failed': 'Kon niet worden opgehaald: {{what}}',
  'reviewSource.pending': 'Nog niet opgehaald: {{what}}',
  'reviewSource.pendingText':
    'De lijst is nog niet volledig. Afronden kan zodra die er helemaal is.',
  'revokeAccess.title': 'Toegang van {{who}} intrekken?',
  'revokeAccess.button': 'Intrekken',
  'revokeAccess.member':
    'Het portaal behandelt deze persoon meteen niet meer als lid van het team ({{access}}). Uit het team halen moet daarna nog waar uw organisatie accounts beheert; het portaal zegt u hoe.',
  'revokeAccess.role-grant': 'De rol vervalt meteen: {{access}}.',
  'revokeAccess.machine-token':
    'Wat dit token gebruikt, werkt meteen niet meer ({{access}}).',
  'revokeAccess.cluster-credential':
    'Wat deze kubeconfig gebruikt, werkt meteen niet meer ({{access}}).',
  'confirmAll.button_one': 'De laatste bevestigen',
  'confirmAll.button_other': 'Alle {{count}} overige bevestigen',
  'confirmAll.title': 'Alles wat over is bevestigen?',
  'confirmAll.text_one':
    'U verklaart dat deze toegang nog nodig is. Dat komt onder uw naam in het verslag.',
  'confirmAll.text_other':
    'U verklaart dat deze {{count}} toegangen nog nodig zijn. Dat komt onder uw naam in het verslag.',
  'confirmAll.submit': 'Bevestigen',
  'complete.title': 'Afronden',
  'complete.button': 'Beoordeling afronden',
  'complete.ready': 'Alles is beoordeeld; u kunt afronden.',
  'complete.confirmTitle': 'Beoordeling afronden?',
  'complete.confirmText':
    'Daarna is het een verslag en kan niemand er nog iets aan veranderen.',
  'completeObstacle.undecided':
    'Afronden kan zodra over elke regel is besloten.',
  'completeObstacle.only-own':
    'Er rest alleen nog uw eigen toegang. Een andere teamleider of een beheerder beslist daarover; daarna kan de beoordeling worden afgerond.',
  'completeObstacle.sources':
    'Afronden kan pas als de lijst volledig is; zie de melding bovenaan.',
};

export default messages;

/**
 * In every page of the local forge, instead of Gitea's own scripts, which are
 * not in its Go module. Enough to sign out and to change a file: menus open,
 * and forms that expect an answer in JSON get one.
 */
(() => {
  // menus

  const openMenu = (dropdown, isOpen) => {
    dropdown.classList.toggle('nerds-open', isOpen);
    dropdown.setAttribute('aria-expanded', String(isOpen));
  };

  const closeMenus = except => {
    for (const dropdown of document.querySelectorAll('.dropdown.nerds-open')) {
      if (dropdown !== except) openMenu(dropdown, false);
    }
  };

  const prepareMenus = () => {
    for (const menu of document.querySelectorAll('.ui.dropdown > .menu')) {
      const dropdown = menu.parentElement;
      dropdown.tabIndex = 0;
      dropdown.setAttribute('role', 'button');
      openMenu(dropdown, false);
    }
  };

  const findMenuButton = target => {
    const dropdown = target.closest('.ui.dropdown[aria-expanded]');
    // what is in the menu works by itself
    return target.closest('.ui.dropdown > .menu') ? null : dropdown;
  };

  const toggleMenu = event => {
    const dropdown = findMenuButton(event.target);
    closeMenus(dropdown);
    if (dropdown) {
      event.preventDefault();
      openMenu(dropdown, !dropdown.classList.contains('nerds-open'));
    }
  };

  const toggleCloneAddress = event => {
    const button = event.target.closest('.js-btn-clone-panel');
    button?.nextElementSibling?.classList.toggle('nerds-open');
  };

  /** A button with an image alone says what it does in a note that only scripts show. */
  const nameButtons = () => {
    for (const button of document.querySelectorAll('[data-tooltip-content]')) {
      const name = button.dataset.tooltipContent;
      button.title = name;
      if (!button.textContent.trim()) button.setAttribute('aria-label', name);
    }
  };

  const chooseLanguage = async event => {
    const item = event.target.closest('.language-menu [data-url]');
    if (!item) return;
    // the answer sets a cookie
    await fetch(item.dataset.url);
    window.location.reload();
  };

  const toggleNavigation = () => {
    document.getElementById('navbar')?.classList.toggle('navbar-menu-open');
  };

  // forms

  const showError = (element, message) => {
    const note = document.createElement('div');
    note.className = 'ui negative message nerds-error';
    note.setAttribute('role', 'alert');
    note.textContent = message;
    element.querySelector('.nerds-error')?.remove();
    element.append(note);
  };

  /** Gitea answers with where to go, or with what is wrong; the latter may be HTML, shown as text. */
  const sendAction = async (element, url, options) => {
    let answer;
    try {
      const response = await fetch(url, options);
      answer = await response.json();
      if (response.ok) {
        if (answer.redirect) window.location.assign(answer.redirect);
        else window.location.reload();
        return;
      }
    } catch {
      // no JSON: told below
    }
    showError(
      element,
      answer?.errorMessage ?? window.config.i18n.error_occurred,
    );
  };

  const submitForm = event => {
    const form = event.target.closest('.form-fetch-action');
    if (!form) return;
    event.preventDefault();
    const method = form.method.toUpperCase();
    const body = new FormData(form, event.submitter);
    void sendAction(form, form.action, { method, body });
  };

  const followLinkAction = event => {
    const link = event.target.closest('.link-action');
    if (!link) return;
    event.preventDefault();
    const question =
      link.dataset.modalConfirmContent ?? link.dataset.modalConfirm;
    // eslint-disable-next-line no-alert
    if (question && !window.confirm(link.textContent.trim())) return;
    void sendAction(link, link.dataset.url, { method: 'POST' });
  };

  /** The name of a new branch is asked for when one is chosen. */
  const chooseBranch = event => {
    if (event.target.name !== 'commit_choice') return;
    const isNew = event.target.value === 'commit-to-new-branch';
    const field = document.querySelector('.quick-pull-branch-name');
    field?.classList.toggle('tw-hidden', !isNew);
    const button = document.getElementById('commit-button');
    if (button) button.textContent = event.target.dataset.buttonText;
  };

  prepareMenus();
  nameButtons();
  document.addEventListener('click', toggleMenu);
  document.addEventListener('click', toggleCloneAddress);
  document.addEventListener('click', chooseLanguage);
  document.addEventListener('click', followLinkAction);
  document.addEventListener('submit', submitForm);
  document.addEventListener('change', chooseBranch);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') closeMenus();
    else if (event.key === 'Enter' || event.key === ' ') {
      if (findMenuButton(event.target)) toggleMenu(event);
    }
  });
  document
    .getElementById('navbar-expand-toggle')
    ?.addEventListener('click', toggleNavigation);
})();

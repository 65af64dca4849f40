/** @internal */
export const helpText = `Usage: ./nerds <command>

  start [--port N] [--detach]  start the portal and everything around it
  stop                         stop all of it; nothing is lost
  status [--json]              what runs, where, which version
  logs [component] [--follow]  what a component wrote
  token <demo-user>            print a portal token for scripts, as the last line
  audit verify|export|setup    check, export or make the audit log
  dev                          the same stack with hot reload (also: yarn start)
  test [--only <step>...]      everything that is checked before a change goes in
  template test <folder>       render a template and check what comes out
  doctor                       what is missing on this machine and how to get it
  reset [--yes]                throw the local data away
  help                         this text

Everything is kept in .nerds/. To use a Kubernetes cluster that you have instead
of the built-in one, set NERDS_HOST_KUBECONFIG to its kubeconfig.
`;

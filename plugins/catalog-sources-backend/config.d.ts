export interface Config {
  catalogSources?: {
    /**
     * How many runs of each source are kept, with their errors. Default: 50.
     * @visibility backend
     */
    keepRuns?: number;
  };
}

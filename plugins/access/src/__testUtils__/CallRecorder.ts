/** Remembers what was asked, and answers, fails or keeps silent as a test wants. */
export class CallRecorder {
  /** Failure by the name of the method; `all` for every method. */
  failures: Record<string, Error | undefined> = {};
  /** When set no call is ever answered. */
  isSilent = false;
  private readonly calls: { name: string; input: unknown[] }[] = [];

  /** What was asked of one method, call by call. */
  inputsOf(name: string): unknown[][] {
    return this.calls
      .filter(call => call.name === name)
      .map(call => call.input);
  }

  protected async answer<T>(name: string, input: unknown[], value: T) {
    this.calls.push({ name, input });
    if (this.isSilent) return new Promise<T>(() => {});
    const failure = this.failures[name] ?? this.failures.all;
    if (failure) throw failure;
    return value;
  }
}

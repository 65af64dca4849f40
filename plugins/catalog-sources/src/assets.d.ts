// Types of what the bundler resolves: here the CSS modules.
/// <reference types="@backstage/cli/asset-types" />

/** Text in both languages of the portal. @internal */
export interface LocalizedText {
  nl: string;
  en: string;
}

export interface ClientDocument {
  name: string;
  text: string;
  hash: string;
}

export function clientDocuments(): ClientDocument[];
export function safelist(): string[];

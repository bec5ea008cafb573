import { Injectable } from '@nestjs/common';
import { FileStore } from '@upstander/files';
import type { LetterheadLook } from '@upstander/files/documents';
import { Config, Refusal, type LogoFile } from '@upstander/platform';
import { Logos } from './logos.service.js';

/** The organization's color and logo on PDFs. */
@Injectable()
export class Letterheads {
  private known: { id: string; bytes: Uint8Array } | null = null;

  constructor(
    private readonly config: Config,
    private readonly logos: Logos,
    private readonly files: FileStore,
  ) {}

  /** A document is drawn without the logo if the file storage is unavailable. */
  async look(): Promise<LetterheadLook> {
    const { ACTION_COLOR: color, logo } = this.config;
    const png = logo && (await this.logoBytes(logo));
    return { ...(color !== undefined && { color }), ...(png && { logo: png }) };
  }

  private async logoBytes({ id }: LogoFile): Promise<Uint8Array | null> {
    if (this.known?.id === id) return this.known.bytes;
    try {
      const { body } = await this.files.open(await this.logos.file(id));
      const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray());
      this.known = { id, bytes };
      return bytes;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

import type { Account } from '../account.js';
import { Carrier, type CarrierOptions } from '../carrier.js';
import type { Message } from '../messages/message.js';
import { serve } from '../server.js';

export interface CarrierHandle {
  carrier: Carrier;
  account: Account;
  url: string;
  /** Texts that a phone received or sent, oldest first. */
  textsOf(number: string): Message[];
  /** Sends a text from a phone and waits for the answer. */
  text(from: string, body: string): Promise<Message>;
  /** Moves the carrier's clock and waits until all due callbacks are answered. */
  advance(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a carrier whose time only `advance` moves. */
export async function startCarrier(options: CarrierOptions = {}): Promise<CarrierHandle> {
  const fixed = new Date();
  const carrier = new Carrier({ now: () => fixed, ...options });
  const { url, close } = await serve(carrier, { ticks: false });
  return {
    carrier,
    account: carrier.account,
    url,
    textsOf: (number) => carrier.messages.filter(({ from, to }) => from === number || to === number),
    async text(from, body) {
      const message = carrier.receive(from, body);
      await carrier.settle();
      return message;
    },
    advance: (milliseconds) => carrier.advance(milliseconds),
    close,
  };
}

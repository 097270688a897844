import type { LoggerService } from '@backstage/backend-plugin-api';

/** Keeps what is logged, as `level message`. */
export class Log implements LoggerService {
  readonly lines: string[] = [];

  error(message: string): void {
    this.lines.push(`error ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }

  info(message: string): void {
    this.lines.push(`info ${message}`);
  }

  debug(message: string): void {
    this.lines.push(`debug ${message}`);
  }

  child(): LoggerService {
    return this;
  }
}

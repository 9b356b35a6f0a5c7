/// To be written.
final class TFTPTransfer {}

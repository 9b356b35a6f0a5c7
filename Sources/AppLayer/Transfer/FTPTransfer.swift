/// To be written.
final class FTPTransfer {}

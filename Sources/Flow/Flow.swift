// Flow keeps conversations: the flow table with its timeouts, IP defragmentation, and TCP reassembly. Packets go
// in; in-order pieces of streams come out, pulled by the caller. It has no clock: `now` is capture time that the
// caller hands in. Every table has a fixed capacity, and every byte that is held counts against a budget.

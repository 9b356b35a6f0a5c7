// The functions of GMime and GLib that are used: their own headers come with compiler flags that SwiftPM refuses.

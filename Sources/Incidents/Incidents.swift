// Incidents turns findings into what people and other programs read. For now that is the event log
// (`Events/`), and which detections are alerts (`Policy/`); correlation, the store and reports come to live here.
